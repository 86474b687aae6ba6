package ca.passerelle.sandbox;

import java.net.BindException;
import java.sql.SQLException;

/** Turns the failure under a failed start into the sentence that helps; the stack trace stands above it in the log. */
final class WhyNot {

  private static final int H2_ALREADY_IN_USE = 90_020;

  private WhyNot() {}

  static String started(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause);
      if (sentence != null) return "ERREUR / ERROR: " + sentence;
    }
    return "ERREUR / ERROR: " + root(failure);
  }

  private static String sentence(Throwable cause) {
    if (cause instanceof Settings.Unusable) return cause.getMessage();
    if (cause instanceof BindException) {
      return "PORT, HOST : port déjà pris ou adresse inconnue / port in use or address unknown: " + cause.getMessage();
    }
    if (cause instanceof SQLException sql) {
      if (sql.getErrorCode() == H2_ALREADY_IN_USE) {
        return "DB_URL : un autre HAPI utilise déjà cette base / another HAPI already uses this database";
      }
      return "DB_URL, DB_USER, DB_PASSWORD : base de données / database: " + sql.getMessage();
    }
    return null;
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause;
  }
}
