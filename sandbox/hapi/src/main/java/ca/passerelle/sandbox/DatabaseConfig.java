package ca.passerelle.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.dialect.Dialect;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Where HAPI keeps its rows: H2 or PostgreSQL by DB_URL; the tables are made or completed at the start. */
@Configuration
class DatabaseConfig {

  private static final int IDLE_CONNECTIONS = 2;

  @Bean(destroyMethod = "close")
  DataSource dataSource(Settings settings) {
    var config = new HikariConfig();
    config.setJdbcUrl(settings.databaseUrl());
    config.setUsername(settings.databaseUser());
    config.setPassword(settings.databasePassword());
    config.setMaximumPoolSize(settings.databasePool());
    config.setMinimumIdle(IDLE_CONNECTIONS);
    return new HikariDataSource(config);
  }

  @Bean
  Dialect dialect(Settings settings) {
    return settings.usesPostgres() ? new HapiFhirPostgresDialect() : new HapiFhirH2Dialect();
  }

  @Bean
  @Primary
  HibernatePropertiesProvider hibernateProperties(Dialect dialect) {
    return new HibernatePropertiesProvider() {
      @Override
      public Dialect getDialect() {
        return dialect;
      }
    };
  }

  @Bean
  @Primary
  LocalContainerEntityManagerFactoryBean entityManagerFactory(
      ConfigurableListableBeanFactory beans,
      FhirContext fhir,
      JpaStorageSettings storage,
      DataSource database,
      Dialect dialect) {
    var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, storage);
    factory.setPersistenceUnitName("FHIR");
    factory.setDataSource(database);
    factory.setJpaPropertyMap(Map.of(
        "hibernate.dialect", dialect.getClass().getName(),
        "hibernate.hbm2ddl.auto", "update",
        "hibernate.jdbc.batch_size", "30",
        "hibernate.order_inserts", "true",
        "hibernate.archive.scanner", "org.hibernate.boot.archive.scan.internal.DisabledScanner",
        "hibernate.cache.use_query_cache", "false",
        "hibernate.cache.use_second_level_cache", "false",
        "hibernate.search.enabled", "false"));
    return factory;
  }

  @Bean
  @Primary
  JpaTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }
}
