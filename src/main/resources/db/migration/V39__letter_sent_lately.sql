-- A bounce that names nothing but an address is about the letter that was sent there last.
create index letter_sent on letter (sent_at);
