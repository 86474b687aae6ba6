package org.hl7.fhir.utilities;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/*
  Copyright (c) 2011+, HL7, Inc.
  All rights reserved.

  Redistribution and use in source and binary forms, with or without modification,
  are permitted provided that the following conditions are met:

 * Redistributions of source code must retain the above copyright notice, this
     list of conditions and the following disclaimer.
 * Redistributions in binary form must reproduce the above copyright notice,
     this list of conditions and the following disclaimer in the documentation
     and/or other materials provided with the distribution.
 * Neither the name of HL7 nor the names of its contributors may be used to
     endorse or promote products derived from this software without specific
     prior written permission.

  THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
  ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
  WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED.
  IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT,
  INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT
  NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR
  PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
  WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
  ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
  POSSIBILITY OF SUCH DAMAGE.

 */

/**
 * HL7's class of org.hl7.fhir.utilities 6.7.9, but for one thing: the register of OIDs (1.5 MB of CSV) is read once, not for every resource
 * that is validated, which took a third of the time of a small one. It stands before HL7's on the class path. To be compared with HL7's
 * where hapi.version changes in pom.xml, and deleted once theirs does the same.
 */
public class OIDUtilities {

  private static final String OID_REGEX = "[0-2](\\.(0|[1-9][0-9]*))+";
  private static final int COLUMNS = 4;
  private static final Set<String> KNOWN = readKnown();

  private static Set<String> readKnown() {
    try (var csv = OIDUtilities.class.getClassLoader().getResourceAsStream("oidregistry.csv");
        var lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
      return lines.lines()
          .skip(1)
          .map(line -> line.split(","))
          .filter(columns -> columns.length >= COLUMNS)
          .map(columns -> columns[0].trim())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /*
  2.16.840.1.113883.3.72.5.2 - NIST owns this
  2.16.840.1.113883.4.6 - National Provider Identifier
  2.16.840.1.113883.6.21 - UB92
  2.16.840.1.113883.6.69 - NDC
   */

  public static String getUriForOid(String r) {
    if (r == null) {
      return null;
    }
    if (r.equals("2.16.840.1.113883.6.96"))
      return "http://snomed.info/sct";
    if (r.equals("2.16.840.1.113883.6.1"))
      return "http://loinc.org";
    if (r.equals("2.16.840.1.113883.6.8"))
      return "http://unitsofmeasure.org";
    if (r.equals("2.16.840.1.113883.6.3"))
      return "http://hl7.org/fhir/sid/icd-10";
    if (r.equals("2.16.840.1.113883.6.42"))
      return "http://hl7.org/fhir/sid/icd-9";
    if (r.equals("2.16.840.1.113883.6.104"))
      return "http://hl7.org/fhir/sid/icd-9";
    if (r.equals("2.16.840.1.113883.6.103"))
      return "http://hl7.org/fhir/sid/icd-9"; //todo: confirm this
    if (r.equals("2.16.840.1.113883.6.73"))
      return "http://www.whocc.no/atc";
    if (r.equals("2.16.840.1.113883.3.26.1.1"))
      return "http://ncimeta.nci.nih.gov";
    if (r.equals("2.16.840.1.113883.3.26.1.1.1"))
      return "http://ncimeta.nci.nih.gov";
    if (r.equals("2.16.840.1.113883.6.88"))
      return "http://www.nlm.nih.gov/research/umls/rxnorm"; // todo: confirm this

    if (r.equals("2.16.840.1.113883.6.59"))
      return "http://hl7.org/fhir/sid/cvx";
    if (r.equals("2.16.840.1.113883.12.292"))
      return "http://hl7.org/fhir/sid/cvx";

    if (r.equals("2.16.840.1.113883.6.12"))
      return "http://www.ama-assn.org/go/cpt";

    return null;
  }

  public static String oidTail(String id) {
    if (id == null || !id.contains("."))
      return id;
    return id.substring(id.lastIndexOf(".") + 1);
  }

  public static String oidRoot(String id) {
    if (id == null || !id.contains("."))
      return id;
    return id.substring(0, id.indexOf("."));
  }

  public static boolean isValidOID(String oid) {
    return oid.matches(OID_REGEX);
  }

  public boolean isKnownOID(String url) {
    return url != null && url.startsWith("urn:oid:") && KNOWN.contains(url.substring(8));
  }
}
