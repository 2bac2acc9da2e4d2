-- Mail to somebody who is erased is found without reading all of it.
CREATE INDEX message_recipient_idx ON mail.message (lower(recipient));
