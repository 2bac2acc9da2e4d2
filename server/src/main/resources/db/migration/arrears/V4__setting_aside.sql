-- Whether closes set aside for losses, from the first that did to the one that took it all back.
ALTER TABLE arrears.class_version ADD COLUMN setting_aside boolean NOT NULL DEFAULT false;

UPDATE arrears.class_version
   SET setting_aside = EXISTS (SELECT 1 FROM arrears.closed_day WHERE provisions > 0);
