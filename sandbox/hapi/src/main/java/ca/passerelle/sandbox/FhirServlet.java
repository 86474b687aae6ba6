package ca.passerelle.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.interceptor.OverridePathBasedReferentialIntegrityForDeletesInterceptor;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.context.ApplicationContext;

/** The FHIR REST interface over every R4 resource type, JSON unless asked otherwise. */
final class FhirServlet {

  private FhirServlet() {}

  static RestfulServer over(ApplicationContext context) {
    var server = new RestfulServer(context.getBean(FhirContext.class));
    server.registerProviders(context.getBean(ResourceProviderFactory.class).createProviders());
    server.registerProvider(context.getBean(JpaSystemProvider.class));
    server.setServerConformanceProvider(capabilityStatement(server, context));
    server.setPagingProvider(context.getBean(DatabaseBackedPagingProvider.class));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.registerInterceptor(registerOutlivesWhatItNames(context));
    context.getAutowireCapableBeanFactory().autowireBean(server);
    return server;
  }

  /** What the register names may be deleted all the same: it tells of files that were destroyed, too. */
  private static Object registerOutlivesWhatItNames(ApplicationContext context) {
    var exception = new OverridePathBasedReferentialIntegrityForDeletesInterceptor();
    exception.addPath("AuditEvent.entity.what");
    context.getAutowireCapableBeanFactory().autowireBean(exception);
    return exception;
  }

  private static JpaCapabilityStatementProvider capabilityStatement(RestfulServer server, ApplicationContext context) {
    var statement = new JpaCapabilityStatementProvider(
        server,
        context.getBean(IFhirSystemDao.class),
        context.getBean(JpaStorageSettings.class),
        context.getBean(ISearchParamRegistry.class),
        context.getBean(IValidationSupport.class));
    statement.setImplementationDescription("Passerelle: bac à sable / sandbox");
    return statement;
  }
}
