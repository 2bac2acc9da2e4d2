-- A month that closes is added up out of the sums of the days on which its entries are booked.
CREATE INDEX day_sum_booked_idx ON ledger.day_sum (booked_on);

-- What is held for borrowers is added up out of the wallets that hold something.
CREATE INDEX wallet_held_idx ON ledger.wallet (currency) INCLUDE (balance_minor)
 WHERE balance_minor <> 0;

-- What loans earned and received is a sum of days, less what other entries have on the same accounts.
CREATE INDEX journal_entry_of_others_idx ON ledger.journal_entry (business_date)
 WHERE source_type <> 'loan';
