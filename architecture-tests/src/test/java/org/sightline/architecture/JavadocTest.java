package org.sightline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public type and method says what it is. The compiler's own check also asks for tags that would say nothing new. */
class JavadocTest {

    static Stream<Room> rooms() {
        return House.rooms().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void everyPublicTypeAndMethodHasJavadoc(Room room) throws IOException {
        Scan scan = new Scan();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = House.sourcesOf(room);
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                scan.over(DocTrees.instance(task), unit);
            }
        }
        assertThat(scan.looked)
                .as("public types and methods in %s", room.folder())
                .isPositive();
        assertThat(scan.missing).as("public, but says nothing").isEmpty();
    }

    /** Walks through types and methods that others can see; bodies are nobody's business. */
    private static final class Scan extends TreePathScanner<Void, Void> {

        private final List<String> missing = new ArrayList<>();
        private int looked;
        private DocTrees docs;

        void over(DocTrees trees, CompilationUnitTree unit) {
            docs = trees;
            scan(unit, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!isPublic(type.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
                return null;
            }
            check(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean constructor = method.getReturnType() == null;
            boolean inherits = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
            if (!constructor
                    && !inherits
                    && isPublic(method.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
                check(method.getName().toString());
            }
            return null;
        }

        private boolean isPublic(boolean declared) {
            TreePath above = getCurrentPath().getParentPath();
            Tree.Kind kind = above.getLeaf().getKind();
            return declared || kind == Tree.Kind.INTERFACE || kind == Tree.Kind.ANNOTATION_TYPE;
        }

        private void check(String name) {
            looked++;
            if (docs.getDocComment(getCurrentPath()) == null) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long position = docs.getSourcePositions()
                        .getStartPosition(unit, getCurrentPath().getLeaf());
                missing.add(
                        unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(position) + " " + name);
            }
        }
    }
}
