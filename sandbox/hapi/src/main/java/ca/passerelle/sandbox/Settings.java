package ca.passerelle.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the environment asks for. One place reads it, and says in both languages what it cannot use. */
record Settings(
    String host,
    int port,
    String databaseUrl,
    String databaseUser,
    String databasePassword,
    int databasePool,
    int httpThreads,
    Optional<Path> profiles) {

  /** A setting that cannot be used; the message names it. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static Settings from(Map<String, String> env) {
    return new Settings(
        text(env, "HOST", "127.0.0.1"),
        number(env, "PORT", 8080, 0, 65_535),
        databaseUrl(env),
        text(env, "DB_USER", "sa"),
        text(env, "DB_PASSWORD", ""),
        number(env, "DB_POOL", 24, 2, 500),
        number(env, "HTTP_THREADS", 32, 8, 1_000),
        profiles(env, "PROFILES"));
  }

  boolean usesPostgres() {
    return databaseUrl.startsWith("jdbc:postgresql:");
  }

  private static String databaseUrl(Map<String, String> env) {
    String url = text(env, "DB_URL", "jdbc:h2:mem:fhir;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE");
    if (url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:")) return url;
    // The URL may hold a password: it is not shown.
    throw new Unusable("DB_URL doit commencer par jdbc:h2: ou jdbc:postgresql: / must start with jdbc:h2: or jdbc:postgresql:");
  }

  private static String text(Map<String, String> env, String key, String fallback) {
    String value = env.get(key);
    return value == null || value.isBlank() ? fallback : value.strip();
  }

  private static int number(Map<String, String> env, String key, int fallback, int min, int max) {
    String value = text(env, key, String.valueOf(fallback));
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) return number;
    } catch (NumberFormatException notANumber) {
      // Told below, as a number out of range is.
    }
    throw new Unusable(String.format(
        "%s : « %s » n'est pas un nombre de %d à %d / \"%s\" is not a number from %d to %d",
        key, value, min, max, value, min, max));
  }

  /** A folder of definitions, or a FHIR package. */
  private static Optional<Path> profiles(Map<String, String> env, String key) {
    String value = text(env, key, "");
    if (value.isEmpty()) return Optional.empty();
    Path path = Path.of(value);
    if (Files.isDirectory(path) || Files.isRegularFile(path)) return Optional.of(path);
    throw new Unusable(String.format("%s : ni dossier ni paquet FHIR / neither a folder nor a FHIR package: %s", key, value));
  }
}
