package org.sightline.derby.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.jdbc.DataSourceFactory;

class EmbeddedDerbyFactoryTest {

    private final EmbeddedDerbyFactory factory = new EmbeddedDerbyFactory();

    @AfterEach
    void shutDown() throws SQLException {
        factory.shutDown();
    }

    @Test
    void opensTheDatabaseNamedInTheUrl() throws SQLException {
        var source = factory.createDataSource(url("jdbc:derby:memory:factory;create=true"));

        try (var connection = source.getConnection();
                var row = connection.createStatement().executeQuery("values 41 + 1")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void createsNothingUnlessAsked() throws SQLException {
        var source = factory.createDataSource(url("jdbc:derby:memory:absent"));

        assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void refusesTheUrlOfAnotherDatabase() {
        assertThatThrownBy(() -> factory.createDataSource(url("jdbc:postgresql://localhost/app")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("jdbc:postgresql://localhost/app");
    }

    private static Properties url(String url) {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, url);
        return properties;
    }
}
