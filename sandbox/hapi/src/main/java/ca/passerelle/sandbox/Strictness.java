package ca.passerelle.sandbox;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.term.api.ITermReadSvc;
import ca.uhn.fhir.jpa.validation.JpaValidationSupportChain;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.context.ApplicationContext;

/** Makes `$validate` judge as HL7's validator does where HAPI's defaults are milder, and answer at once. */
final class Strictness {

  private final FhirContext fhir;
  private final JpaValidationSupportChain chain;
  private final FhirInstanceValidator validator;

  Strictness(ApplicationContext context) {
    fhir = context.getBean(FhirContext.class);
    chain = context.getBean(JpaValidationSupportChain.class);
    validator = (FhirInstanceValidator) context.getBean(IInstanceValidatorModule.class);
    // `Organization/1` where only a Patient may stand is an error, whether or not this server holds it.
    validator.setAssumeValidRestReferences(true);
    // R4 asks for one coding from the value set; what else a partner's own system calls it may stand beside it.
    chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
    askCodeSystemsThemselves(context);
  }

  /**
   * HAPI's term tables answer "not found" for a code that a CodeSystem lacks, which the validator takes for an unknown CodeSystem and
   * lowers to a warning. The CodeSystem itself, asked first, answers "invalid code": an error, as HL7's validator has it.
   */
  private void askCodeSystemsThemselves(ApplicationContext context) {
    var inMemory = context.getBean(InMemoryTerminologyServerValidationSupport.class);
    IValidationSupport tables = context.getBean(ITermReadSvc.class);
    chain.removeValidationSupport(inMemory);
    chain.addValidationSupport(chain.getValidationSupports().indexOf(tables), inMemory);
  }

  /** The first resource waits for the definitions to be read: seconds, where the others take milliseconds. Returns at once. */
  void warmInBackground() {
    var reader = new Thread(this::judgeOne, "warm-validator");
    reader.setDaemon(true);
    reader.start();
  }

  private void judgeOne() {
    String profiles = chain.fetchAllNonBaseStructureDefinitions().stream()
        .map(StructureDefinition.class::cast)
        .filter(profile -> profile.getType().equals("Patient"))
        .map(profile -> '"' + profile.getUrl() + '"')
        .collect(Collectors.joining(","));
    String patient = "{\"resourceType\":\"Patient\",\"active\":true,\"meta\":{\"profile\":[" + profiles + "]}}";
    fhir.newValidator().registerValidatorModule(validator).validateWithResult(patient);
  }
}
