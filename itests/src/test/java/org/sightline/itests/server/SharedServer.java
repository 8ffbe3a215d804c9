package org.sightline.itests.server;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands one running server to every test that asks for a {@link ServerUnderTest}; tests make tenants of their own and
 * stay out of each other's way. A test that stops or kills makes a server of its own instead.
 */
public final class SharedServer implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServerUnderTest.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .server;
    }

    /** Stopped by JUnit after the last test. */
    private static final class Running implements AutoCloseable {

        private final ServerUnderTest server =
                new ServerUnderTest("shared").with("SIGHTLINE_SAMPLES", "true").start();

        @Override
        public void close() {
            server.close();
        }
    }
}
