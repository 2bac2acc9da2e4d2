package io.loanwright.organization;

/** What came of a change of the settings. */
public sealed interface SettingsOutcome {

  /** The settings are as asked for. */
  record Changed(OrganizationProfile profile) implements SettingsOutcome {}

  /** The installation is not set up, so there is nothing to change. */
  record NotSetUp() implements SettingsOutcome {}

  /** Somebody else changed them meanwhile. */
  record Stale(long version) implements SettingsOutcome {}
}
