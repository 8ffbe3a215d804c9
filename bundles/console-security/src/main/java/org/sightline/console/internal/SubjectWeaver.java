package org.sightline.console.internal;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.osgi.framework.hooks.weaving.WeavingHook;
import org.osgi.framework.hooks.weaving.WovenClass;
import org.sightline.console.ConsoleSubject;

/**
 * Lets Karaf's console run on Java 23 and newer, which refuse {@code Subject.getSubject}: in Karaf's classes, each call
 * of it and of {@code JaasHelper.doAs} becomes a call of {@link ConsoleSubject}. Nothing else of a class changes.
 */
final class SubjectWeaver implements WeavingHook {

    private static final String REPLACEMENT = ConsoleSubject.class.getName().replace('.', '/');

    /** Whether this Java needs it. */
    static boolean isNeeded() {
        return Runtime.version().feature() >= 23;
    }

    @Override
    public void weave(WovenClass woven) {
        if (!woven.getClassName().startsWith("org.apache.karaf.")) {
            return;
        }
        ClassReader reader = new ClassReader(woven.getBytes());
        ClassWriter writer = new ClassWriter(reader, 0);
        Redirection redirection = new Redirection(writer);
        reader.accept(redirection, 0);
        if (redirection.found) {
            woven.setBytes(writer.toByteArray());
            woven.getDynamicImports().add(ConsoleSubject.class.getPackageName());
        }
    }

    /** Copies a class and redirects the calls in question, whose replacements take and give the same. */
    private static final class Redirection extends ClassVisitor {

        private boolean found;

        Redirection(ClassVisitor copy) {
            super(Opcodes.ASM9, copy);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] exceptions) {
            MethodVisitor copy = super.visitMethod(access, name, type, signature, exceptions);
            return new MethodVisitor(Opcodes.ASM9, copy) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String type, boolean isInterface) {
                    boolean redirect = opcode == Opcodes.INVOKESTATIC && isRefused(owner, called);
                    found |= redirect;
                    super.visitMethodInsn(opcode, redirect ? REPLACEMENT : owner, called, type, isInterface);
                }
            };
        }

        private static boolean isRefused(String owner, String called) {
            return switch (owner) {
                case "javax/security/auth/Subject" -> called.equals("getSubject");
                case "org/apache/karaf/util/jaas/JaasHelper" -> called.equals("doAs");
                default -> false;
            };
        }
    }
}
