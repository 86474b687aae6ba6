package ca.passerelle.record;

import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.jpa.interceptor.OverridePathBasedReferentialIntegrityForDeletesInterceptor;
import org.springframework.stereotype.Component;

/** What the register names may be deleted all the same: it tells of files that were destroyed, too (docs/retention.md). */
@Component
@Interceptor
public class RegisterOutlivesFiles extends OverridePathBasedReferentialIntegrityForDeletesInterceptor {

  public RegisterOutlivesFiles() {
    addPath("AuditEvent.entity.what");
  }
}
