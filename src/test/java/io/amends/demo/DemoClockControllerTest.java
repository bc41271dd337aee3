package io.amends.demo;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.amends.clock.HouseClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class DemoClockControllerTest {

    private static final Instant NOW = Instant.parse("2026-03-27T16:00:00Z");

    private final ClockTravel travel = mock();
    private final MockMvc web = MockMvcBuilders.standaloneSetup(
                    new DemoClockController(new HouseClock(ZoneId.of("Europe/London")), travel))
            .setMessageConverters(new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json()
                    .featuresToDisable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()))
            .build();

    @BeforeEach
    void aFriday() {
        ClockUtil.setCurrentTime(Date.from(NOW));
    }

    @AfterEach
    void realTime() {
        ClockUtil.reset();
    }

    @Test
    void it_tells_the_time() throws Exception {
        web.perform(get("/demo/clock")).andExpect(jsonPath("$.now").value("2026-03-27T16:00:00Z"));
    }

    @Test
    void a_day_is_a_calendar_day_of_the_house() throws Exception {
        Instant monday = Instant.parse("2026-03-30T15:00:00Z");
        when(travel.to(any())).thenReturn(monday);

        web.perform(post("/demo/clock").contentType(MediaType.APPLICATION_JSON).content("{\"advance\":\"P3D\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.now").value("2026-03-30T15:00:00Z"));

        verify(travel).to(monday);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            {"advance":"tomorrow"}, advance
            {"advance":"-P1D"}, advance
            {"advance":"P401D"}, advance
            {"advance":3}, advance
            {"advance":null}, advance
            {}, advance
            {"by":"P3D"}, by
            """)
    void a_move_that_cannot_be_made_names_the_field(String body, String field) throws Exception {
        web.perform(post("/demo/clock").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.reason").isNotEmpty());

        verifyNoInteractions(travel);
    }
}
