package ca.passerelle.sandbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/**
 * GET /backup: the H2 file as it stands at this moment, while the server runs (H2's BACKUP TO: complete and consistent). Copied back in the
 * place of fhir.mv.db while the server is stopped, it is the whole record. PostgreSQL has pg_dump: 404.
 */
final class BackupServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient DataSource database;
  private final boolean isH2;

  BackupServlet(DataSource database, boolean isH2) {
    this.database = database;
    this.isH2 = isH2;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!isH2) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND, "pg_dump");
      return;
    }
    Path folder = Files.createTempDirectory("passerelle-backup");
    Path zip = folder.resolve("backup.zip");
    try {
      backUpTo(zip);
      try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
        var entry = entries.getNextEntry();
        if (entry == null) throw new IOException("H2 keeps this database in memory only");
        response.setContentType("application/octet-stream");
        entries.transferTo(response.getOutputStream());
      }
    } finally {
      Files.deleteIfExists(zip);
      Files.deleteIfExists(folder);
    }
  }

  private void backUpTo(Path zip) throws IOException {
    try (var connection = database.getConnection(); var backup = connection.prepareStatement("BACKUP TO ?")) {
      backup.setString(1, zip.toString());
      backup.execute();
    } catch (SQLException failure) {
      throw new IOException(failure);
    }
  }
}
