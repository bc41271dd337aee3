package io.amends.customer;

/** Where the house's figures stand. */
public interface AssumptionTable {

    /** The figures that count now. */
    Assumptions current();
}
