package io.amends.audit;

/** How many cases stand to a clock in which way: four numbers that add up to all cases of the process and period. */
record KeptRow(int met, int missed, int none, int exercise, int running, int stopped) {

    static final KeptRow NOTHING = new KeptRow(0, 0, 0, 0, 0, 0);

    public int excluded() {
        return exercise + running + stopped;
    }

    public int all() {
        return met + missed + none + excluded();
    }

    KeptRow plus(KeptRow more) {
        return new KeptRow(
                met + more.met,
                missed + more.missed,
                none + more.none,
                exercise + more.exercise,
                running + more.running,
                stopped + more.stopped);
    }

    KeptRow plus(KeptFate fate, int cases) {
        return plus(
                switch (fate) {
                    case MET -> new KeptRow(cases, 0, 0, 0, 0, 0);
                    case MISSED -> new KeptRow(0, cases, 0, 0, 0, 0);
                    case NONE -> new KeptRow(0, 0, cases, 0, 0, 0);
                    case EXERCISE -> new KeptRow(0, 0, 0, cases, 0, 0);
                    case RUNNING -> new KeptRow(0, 0, 0, 0, cases, 0);
                    case STOPPED -> new KeptRow(0, 0, 0, 0, 0, cases);
                    case EXCLUDED -> throw new IllegalArgumentException("Say why it is excluded");
                });
    }
}
