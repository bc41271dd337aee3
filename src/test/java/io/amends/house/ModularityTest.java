package io.amends.house;

import io.amends.AmendsApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Modules talk through what they publish, and never in circles. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(AmendsApplication.class);

    @Test
    void modules_keep_to_their_borders() {
        modules.verify();
    }

    @Test
    void the_picture_of_the_modules_is_drawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
