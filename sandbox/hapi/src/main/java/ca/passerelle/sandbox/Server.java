package ca.passerelle.sandbox;

import jakarta.servlet.Servlet;
import java.lang.management.ManagementFactory;
import javax.sql.DataSource;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A HAPI FHIR R4 server in one process, configured by environment variables only (see Settings and README.md). */
public final class Server {

  private static final int EXIT_CANNOT_START = 1;

  private Server() {}

  public static void main(String[] args) {
    try {
      run(Settings.from(System.getenv()));
    } catch (Exception failure) {
      // A setting's sentence says it all.
      if (!(failure instanceof Settings.Unusable)) failure.printStackTrace();
      System.err.println(WhyNot.started(failure));
      // Spring and Jetty leave threads behind that would keep a server that serves nothing alive.
      System.exit(EXIT_CANNOT_START);
    }
  }

  private static void run(Settings settings) throws Exception {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Settings.class, () -> settings);
    context.register(FhirConfig.class);
    context.refresh();

    var strictness = new Strictness(context);
    int profiles = settings.profiles().isPresent() ? new Definitions(context).load(settings.profiles().get()) : 0;
    strictness.warmInBackground();

    var backup = new BackupServlet(context.getBean(DataSource.class), !settings.usesPostgres());
    var jetty = jetty(settings, FhirServlet.over(context), backup);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(jetty, context)));
    jetty.start();

    int port = ((ServerConnector) jetty.getConnectors()[0]).getLocalPort();
    System.out.printf("READY http://%s:%d/fhir profiles=%d after_ms=%d%n", settings.host(), port, profiles, upMs());
  }

  private static org.eclipse.jetty.server.Server jetty(Settings settings, Servlet fhir, Servlet backup) {
    var jetty = new org.eclipse.jetty.server.Server(new QueuedThreadPool(settings.httpThreads()));
    var connector = new ServerConnector(jetty, 1, 1);
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    jetty.addConnector(connector);
    var root = new ServletContextHandler("/");
    root.addServlet(new ServletHolder(fhir), "/fhir/*");
    root.addServlet(new ServletHolder(backup), "/backup");
    jetty.setHandler(root);
    return jetty;
  }

  private static void stop(org.eclipse.jetty.server.Server jetty, AnnotationConfigApplicationContext context) {
    try {
      jetty.stop();
    } catch (Exception failure) {
      System.err.println("Jetty: " + failure);
    }
    context.close();
  }

  private static long upMs() {
    return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
