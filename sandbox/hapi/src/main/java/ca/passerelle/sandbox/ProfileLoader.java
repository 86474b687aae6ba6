package ca.passerelle.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Upserts the conformance resources of a folder (a FHIR package unpacked, or SUSHI's output) before anybody is served. */
final class ProfileLoader {

  private final FhirContext fhir;
  private final DaoRegistry daos;

  ProfileLoader(FhirContext fhir, DaoRegistry daos) {
    this.fhir = fhir;
    this.daos = daos;
  }

  /** Returns how many were loaded. An unchanged resource gets no new version. */
  int load(Path folder) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(ProfileLoader::mayHoldAResource).sorted().toList();
    }
    for (Path file : files) upsert(file);
    return files.size();
  }

  private void upsert(Path file) throws IOException {
    IBaseResource resource;
    try {
      resource = fhir.newJsonParser().parseResource(Files.readString(file));
    } catch (DataFormatException notFhir) {
      throw new Settings.Unusable(String.format(
          "PROFILES_DIR : pas du FHIR R4 en JSON / not FHIR R4 JSON: %s: %s", file, notFhir.getMessage()));
    }
    if (resource.getIdElement().isEmpty()) {
      throw new Settings.Unusable(String.format("PROFILES_DIR : ressource sans id / resource without id: %s", file));
    }
    dao(resource).update(resource, new SystemRequestDetails());
  }

  @SuppressWarnings("unchecked") // The registry returns the DAO of the resource it is given.
  private IFhirResourceDao<IBaseResource> dao(IBaseResource resource) {
    return daos.getResourceDao(fhir.getResourceType(resource));
  }

  /** package.json and .index.json describe a FHIR package; they are not resources. */
  private static boolean mayHoldAResource(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".json") && !name.startsWith(".") && !name.equals("package.json");
  }
}
