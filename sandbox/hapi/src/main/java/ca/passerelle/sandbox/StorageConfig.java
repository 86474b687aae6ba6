package ca.passerelle.sandbox;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How HAPI stores and searches. What the gateway leans on is written out, even where it is HAPI's default. */
@Configuration
class StorageConfig {

  private static final int PAGE_SIZE = 20;
  private static final int PAGE_SIZE_MAX = 500;

  @Bean
  JpaStorageSettings storageSettings() {
    var settings = new JpaStorageSettings();

    // A search must see what was just written: no answer is reused, no match URL is remembered.
    settings.setReuseCachedSearchResultsForMillis(null);
    settings.setMatchUrlCacheEnabled(false);

    // A reference to what does not exist is refused, never filled with an empty resource.
    settings.setEnforceReferentialIntegrityOnWrite(true);
    settings.setEnforceReferentialIntegrityOnDelete(true);
    settings.setAutoCreatePlaceholderReferenceTargets(false);
    // What a partner sends may point to that partner's own server.
    settings.setAllowExternalReferences(true);

    // As a HAPI server in production does: versions are kept, and labels are versioned with them.
    settings.setResourceDbHistoryEnabled(true);
    // A file whose time is over is destroyed with its versions: $expunge.
    settings.setExpungeEnabled(true);
    settings.setTagStorageMode(StorageSettings.TagStorageModeEnum.VERSIONED);

    // Not used in the sandbox, and paid for at every start or write.
    settings.setIndexMissingFields(StorageSettings.IndexEnabledEnum.DISABLED);
    settings.setHibernateSearchIndexFullText(false);
    settings.setHibernateSearchIndexSearchParams(false);
    settings.setPreExpandValueSets(false);
    settings.setEnableTaskPreExpandValueSets(false);
    settings.setMarkResourcesForReindexingUponSearchParameterChange(false);
    settings.setStatusBasedReindexingDisabled(true);
    return settings;
  }

  @Bean
  PartitionSettings partitionSettings() {
    return new PartitionSettings();
  }

  /** HAPI asks for it even where no subscription is served. */
  @Bean
  SubscriptionSettings subscriptionSettings() {
    return new SubscriptionSettings();
  }

  @Bean
  DatabaseBackedPagingProvider paging() {
    var paging = new DatabaseBackedPagingProvider();
    paging.setDefaultPageSize(PAGE_SIZE);
    paging.setMaximumPageSize(PAGE_SIZE_MAX);
    return paging;
  }
}
