package io.amends.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody typed is searched for as it is, whatever it means to the database. */
class LikePatternTest {

    @Test
    void signs_that_stand_for_others_mean_themselves() {
        assertThat(LikePattern.beginning("100%_sure!")).isEqualTo("100!%!_sure!!%");
        assertThat(LikePattern.anywhere("100%_sure!")).isEqualTo("%100!%!_sure!!%");
    }
}
