package ca.passerelle.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.packages.IHapiPackageCacheManager;
import ca.uhn.fhir.jpa.packages.IPackageInstallerSvc;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.springframework.context.ApplicationContext;

/** Puts conformance resources into HAPI before anybody is served: a FHIR package by HAPI's own installer, or the files of a folder. */
final class Definitions {

  /**
   * What a package defines, terminology first since profiles bind to it. Examples are nobody's record, and an ImplementationGuide refers
   * to them.
   */
  private static final List<String> TYPES = List.of(
      "NamingSystem",
      "CodeSystem",
      "ValueSet",
      "ConceptMap",
      "StructureDefinition",
      "SearchParameter",
      "OperationDefinition",
      "CapabilityStatement");

  private final FhirContext fhir;
  private final DaoRegistry daos;
  private final IPackageInstallerSvc installer;
  private final IHapiPackageCacheManager cache;

  Definitions(ApplicationContext context) {
    fhir = context.getBean(FhirContext.class);
    daos = context.getBean(DaoRegistry.class);
    installer = context.getBean(IPackageInstallerSvc.class);
    cache = context.getBean(IHapiPackageCacheManager.class);
  }

  /** Returns how many HAPI holds of them now. What did not change gets no new version. */
  int load(Path profiles) throws IOException {
    return Files.isDirectory(profiles) ? loadFolder(profiles) : installPackage(profiles);
  }

  private int installPackage(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    NpmPackage npm;
    try {
      npm = NpmPackage.fromPackage(new ByteArrayInputStream(content));
    } catch (Exception unreadable) {
      throw new Settings.Unusable(String.format(
          "PROFILES : pas un paquet FHIR / not a FHIR package: %s: %s", file, unreadable.getMessage()));
    }
    var spec = new PackageInstallationSpec()
        .setName(npm.name())
        .setVersion(npm.version())
        .setPackageContents(content)
        .setInstallMode(PackageInstallationSpec.InstallModeEnum.STORE_AND_INSTALL)
        // Under our own ids; with several versions side by side HAPI would give its own.
        .setVersionPolicy(PackageInstallationSpec.VersionPolicyEnum.SINGLE_VERSION)
        // R4's own definitions are HAPI's already; nothing is fetched from a registry.
        .setFetchDependencies(false);
    spec.setReloadExisting(true);
    spec.setInstallResourceTypes(TYPES);
    if (!isInstalled(npm, content)) installer.install(spec);
    return npm.listResources(TYPES.toArray(String[]::new)).size();
  }

  /** These very bytes, to the last definition: HAPI keeps the package before it installs what is in it. */
  private boolean isInstalled(NpmPackage npm, byte[] content) throws IOException {
    var held = cache.loadPackageContents(npm.name(), npm.version());
    if (held == null || !Arrays.equals(held.getBytes(), content)) return false;
    List<String> last = npm.listResources(TYPES.get(TYPES.size() - 1));
    for (String file : last) {
      IBaseResource definition = fhir.newJsonParser().parseResource(npm.load("package", file));
      if (!exists(definition)) return false;
    }
    return !last.isEmpty();
  }

  private boolean exists(IBaseResource definition) {
    try {
      dao(definition).read(definition.getIdElement(), new SystemRequestDetails());
      return true;
    } catch (ResourceNotFoundException absent) {
      return false;
    }
  }

  private int loadFolder(Path folder) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(Definitions::mayHoldAResource).sorted().toList();
    }
    int loaded = 0;
    for (Path file : files) {
      IBaseResource resource = parse(file);
      if (!TYPES.contains(fhir.getResourceType(resource))) continue;
      dao(resource).update(resource, new SystemRequestDetails());
      loaded++;
    }
    return loaded;
  }

  private IBaseResource parse(Path file) throws IOException {
    IBaseResource resource;
    try {
      resource = fhir.newJsonParser().parseResource(Files.readString(file));
    } catch (DataFormatException notFhir) {
      throw new Settings.Unusable(String.format(
          "PROFILES : pas du FHIR R4 en JSON / not FHIR R4 JSON: %s: %s", file, notFhir.getMessage()));
    }
    if (resource.getIdElement().isEmpty()) {
      throw new Settings.Unusable(String.format("PROFILES : ressource sans id / resource without id: %s", file));
    }
    return resource;
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
