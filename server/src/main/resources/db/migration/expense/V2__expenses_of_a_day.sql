-- Expenses from a day on, or until one, without reading all.
CREATE INDEX expense_spent_idx ON expense.expense (spent_on, id);
