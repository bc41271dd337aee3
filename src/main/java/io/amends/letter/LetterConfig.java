package io.amends.letter;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterProperties.class)
class LetterConfig {

    @Bean
    LinkTokens linkTokens(LetterProperties properties) {
        return new LinkTokens(LinkSecret.of(properties));
    }

    @Bean
    KeyedHash keyedHash(LetterProperties properties) {
        return new KeyedHash(LinkSecret.of(properties));
    }
}
