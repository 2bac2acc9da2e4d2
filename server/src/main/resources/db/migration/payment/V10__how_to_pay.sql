-- What borrowers are told of how to pay: accounts, numbers, hours. One text of the lender.
CREATE TABLE payment.how_to_pay (
  only_one boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (only_one),
  -- Null: nothing is said. {loan} stands for the loan's number.
  text     text    CHECK (length(text) BETWEEN 1 AND 2000),
  version  bigint  NOT NULL DEFAULT 1
);

INSERT INTO payment.how_to_pay (text) VALUES (NULL);
