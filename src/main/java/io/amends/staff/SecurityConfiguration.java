package io.amends.staff;

import io.amends.web.PagePolicy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who gets in where. Three doors: the engine's REST API, our own API, and everything that is seen in a browser. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    // Swagger UI writes style attributes
    private static final String SWAGGER_PAGES = PagePolicy.OWN + "; style-src 'self' 'unsafe-inline'";

    private static final String[] STAFF = authorities(EnumSet.allOf(Role.class).toArray(Role[]::new));
    private static final String[] WORKERS = authorities(Arrays.stream(Role.values())
            .filter(role -> RoleGrants.works(role.group()))
            .toArray(Role[]::new));
    private static final String[] INTAKE = authorities(
            Role.SERVICE_AGENTS, Role.TEAM_LEADS, Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.CAMUNDA_ADMIN);
    private static final String[] MEDIA =
            authorities(Role.COMMUNICATIONS, Role.SERVICE_MANAGERS, Role.DIRECTORS, Role.CAMUNDA_ADMIN);
    private static final String[] MAIL = authorities(Navigation.MAIL_READERS.toArray(Role[]::new));
    private static final String[] CUSTOMERS = authorities(Navigation.CUSTOMER_READERS.toArray(Role[]::new));
    private static final String[] CUSTOMER_KEEPERS = authorities(Navigation.CUSTOMER_READERS.stream()
            .filter(role -> RoleGrants.works(role.group()))
            .toArray(Role[]::new));
    private static final String[] LETTERS = authorities(Navigation.LETTER_READERS.toArray(Role[]::new));
    private static final String[] SEEKERS = authorities(Navigation.CUSTOMER_SEEKERS.toArray(Role[]::new));
    private static final String[] LOST_CUSTOMERS = authorities(Navigation.LOST_CUSTOMER_READERS.toArray(Role[]::new));
    private static final String[] FIGURES = authorities(Navigation.FIGURE_READERS.toArray(Role[]::new));
    private static final String[] RECORD = authorities(Navigation.RECORD_READERS.toArray(Role[]::new));
    private static final String[] ERASURES = authorities(Navigation.ERASURE_READERS.toArray(Role[]::new));
    private static final String[] ERASERS = authorities(Navigation.ERASURE_READERS.stream()
            .filter(role -> RoleGrants.works(role.group()))
            .toArray(Role[]::new));
    private static final String[] MODELS = authorities(Navigation.MODEL_READERS.toArray(Role[]::new));
    private static final String[] MODEL_KEEPERS = authorities(Navigation.MODEL_KEEPERS.toArray(Role[]::new));
    private static final String[] ROSTER = authorities(Navigation.ROSTER_READERS.toArray(Role[]::new));
    private static final String[] ROSTER_KEEPERS = authorities(Navigation.ROSTER_READERS.stream()
            .filter(role -> RoleGrants.works(role.group()))
            .toArray(Role[]::new));
    private static final String[] MEDIA_REGISTER = authorities(Navigation.MEDIA_READERS.toArray(Role[]::new));
    private static final String MEDIA_KEEPERS = Role.COMMUNICATIONS.authority();
    private static final String[] MEDIA_IMPORT =
            authorities(Role.COMMUNICATIONS, Role.SERVICE_MANAGERS, Role.CAMUNDA_ADMIN);
    private static final String[] IMPORT = authorities(Role.SERVICE_MANAGERS, Role.CAMUNDA_ADMIN);
    private static final String ADMINISTRATOR = Role.CAMUNDA_ADMIN.authority();

    private final Refusals refusals;
    private final ActingPerson actingPerson;
    private final QueryExpressionDoor expressionDoor;
    private final TaskTalkDoor taskTalkDoor;
    private final ApplicationEventPublisher events;

    SecurityConfiguration(
            Refusals refusals,
            ProblemWriter problems,
            StaffDirectory directory,
            Clock clock,
            IdentityService identityService,
            TaskService taskService,
            HistoryService historyService,
            ApplicationEventPublisher events) {
        this.events = events;
        this.refusals = refusals;
        this.actingPerson = new ActingPerson(identityService, directory);
        this.expressionDoor = new QueryExpressionDoor(new QueryFunctions(clock), problems);
        this.taskTalkDoor = new TaskTalkDoor(identityService, taskService, historyService, directory);
    }

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, RememberedSignIn signIn) throws Exception {
        return forPrograms(http, signIn)
                .securityMatcher(Paths.ENGINE_REST)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyAuthority(STAFF))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, RememberedSignIn signIn) throws Exception {
        return forPrograms(http, signIn)
                .securityMatcher(Paths.API)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(SecurityConfiguration::apiRules)
                .build();
    }

    /** Both REST APIs: a password with each call, problem documents for refusals, nothing that only a browser needs. */
    private HttpSecurity forPrograms(HttpSecurity http, RememberedSignIn signIn) throws Exception {
        guard(http);
        return http.authenticationManager(signIn)
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        SecurityConfiguration::bringsPasswordItself, SecurityConfiguration::bringsNothing))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    }

    private static void apiRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Paths.any(
                        HttpMethod.GET, "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"))
                .permitAll()
                .requestMatchers(Paths.any("/actuator/**"))
                .hasAuthority(ADMINISTRATOR)
                .requestMatchers(Paths.any(HttpMethod.GET, "/demo/**"))
                .hasAnyAuthority(STAFF)
                // who reads the record changes nothing, not even the time
                .requestMatchers(Paths.any("/demo/**"))
                .hasAnyAuthority(WORKERS)
                .requestMatchers(Paths.any("/api/figures/**"))
                .hasAnyAuthority(FIGURES)
                .requestMatchers(Paths.any("/api/audit/**"))
                .hasAnyAuthority(RECORD)
                .requestMatchers(Paths.any(HttpMethod.GET, "/api/models", "/api/models/**"))
                .hasAnyAuthority(MODELS)
                .requestMatchers(Paths::reads)
                .hasAnyAuthority(STAFF)
                .requestMatchers(Paths.any(HttpMethod.POST, "/api/models/**"))
                .hasAnyAuthority(MODEL_KEEPERS)
                .requestMatchers(Paths.any(HttpMethod.POST, "/api/media-register/import"))
                .hasAnyAuthority(MEDIA_IMPORT)
                .requestMatchers(Paths.any(HttpMethod.POST, "/api/*/import"))
                .hasAnyAuthority(IMPORT)
                .requestMatchers(Paths.any(HttpMethod.POST, "/api/complaints"))
                .hasAnyAuthority(INTAKE)
                .requestMatchers(Paths.any(HttpMethod.POST, "/api/media-events", "/api/cases/*/coverage"))
                .hasAnyAuthority(MEDIA)
                .anyRequest()
                .hasAnyAuthority(WORKERS);
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, PasswordSignIn signIn) throws Exception {
        guard(http);
        HttpSessionRequestCache pagesOnly = new HttpSessionRequestCache();
        // leads back to the very address: Camunda's pages read theirs
        pagesOnly.setMatchingRequestParameterName(null);
        pagesOnly.setRequestMatcher(SecurityConfiguration::isPageToComeBackTo);
        // a manager of its own: added to the shared one, the provider would be asked twice and count twice
        return http.authenticationManager(new ProviderManager(signIn))
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .csrf(csrf -> csrf.ignoringRequestMatchers(Paths.CAMUNDA, Paths.LETTER_LINKS))
                .formLogin(form -> form.loginPage("/sign-in").failureHandler(refusals))
                .logout(logout -> logout.logoutRequestMatcher(
                                Paths.any(HttpMethod.POST, "/sign-out", "/camunda/api/admin/auth/user/*/logout"))
                        // Camunda's pages reload by themselves and meet the sign-in
                        .defaultLogoutSuccessHandlerFor(
                                new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT), Paths.CAMUNDA)
                        .logoutSuccessUrl("/sign-in?bye")
                        .deleteCookies("JSESSIONID"))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                new NegatedRequestMatcher(SecurityConfiguration::isPageToSignInFor))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"),
                                SecurityConfiguration::isPageToSignInFor)
                        .accessDeniedHandler(refusals))
                .authorizeHttpRequests(SecurityConfiguration::pageRules)
                .build();
    }

    private static void pageRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Paths.any("/webjars/camunda/**", "/webjars/swagger-ui/**"))
                .hasAnyAuthority(STAFF)
                .requestMatchers(Paths.STATIC, Paths.CUSTOMERS)
                .permitAll()
                .requestMatchers(Paths.any("/", "/sign-in"))
                .permitAll()
                .requestMatchers(Paths.CAMUNDA)
                .hasAnyAuthority(STAFF)
                .requestMatchers(Paths.any("/inbox", "/inbox/**"))
                .hasAnyAuthority(MAIL)
                .requestMatchers(Paths.any(HttpMethod.POST, "/customers/**"))
                .hasAnyAuthority(CUSTOMER_KEEPERS)
                .requestMatchers(Paths.any("/customers", "/customers/**"))
                .hasAnyAuthority(CUSTOMERS)
                .requestMatchers(Paths.any(HttpMethod.POST, "/media-register/**"))
                .hasAuthority(MEDIA_KEEPERS)
                .requestMatchers(Paths.any("/media-register", "/media-register/**"))
                .hasAnyAuthority(MEDIA_REGISTER)
                .requestMatchers(Paths.any("/letters", "/letters/**"))
                .hasAnyAuthority(LETTERS)
                .requestMatchers(Paths.any(HttpMethod.POST, "/churn-scans", "/churn-scans/**"))
                .hasAnyAuthority(SEEKERS)
                .requestMatchers(Paths.any("/churn-scans", "/churn-scans/**"))
                .hasAnyAuthority(LOST_CUSTOMERS)
                .requestMatchers(Paths.any("/figures", "/figures/**"))
                .hasAnyAuthority(FIGURES)
                .requestMatchers(Paths.any(HttpMethod.POST, "/models", "/models/**"))
                .hasAnyAuthority(MODEL_KEEPERS)
                .requestMatchers(Paths.any("/models", "/models/**"))
                .hasAnyAuthority(MODELS)
                .requestMatchers(Paths.any("/audit", "/audit/**"))
                .hasAnyAuthority(RECORD)
                .requestMatchers(Paths.any(HttpMethod.POST, "/erasures", "/erasures/**"))
                .hasAnyAuthority(ERASERS)
                .requestMatchers(Paths.any("/erasures", "/erasures/**"))
                .hasAnyAuthority(ERASURES)
                .requestMatchers(Paths.any(HttpMethod.POST, "/call-outs/roster"))
                .hasAnyAuthority(ROSTER_KEEPERS)
                .requestMatchers(Paths.any("/call-outs/roster"))
                .hasAnyAuthority(ROSTER)
                .requestMatchers(Paths::reads)
                .hasAnyAuthority(STAFF)
                .anyRequest()
                .hasAnyAuthority(WORKERS);
    }

    /** What all three doors share. */
    private void guard(HttpSecurity http) throws Exception {
        http.addFilterAfter(new ClosedAddresses(), SecurityContextHolderFilter.class)
                .addFilterBefore(actingPerson, AuthorizationFilter.class)
                .addFilterBefore(new RefusedChanges(events), AuthorizationFilter.class)
                .addFilterAfter(taskTalkDoor, AuthorizationFilter.class)
                .addFilterAfter(new ReadOnlyDoor(), AuthorizationFilter.class)
                .addFilterAfter(expressionDoor, AuthorizationFilter.class)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(on(
                                not(
                                        Paths.STATIC,
                                        Paths.any("/camunda/lib/**", "/camunda/app/**", "/camunda/assets/**")),
                                new CacheControlHeadersWriter()))
                        .addHeaderWriter(on(
                                not(Paths.CAMUNDA, Paths.SWAGGER),
                                new ContentSecurityPolicyHeaderWriter(PagePolicy.OWN)))
                        .addHeaderWriter(on(Paths.SWAGGER, new ContentSecurityPolicyHeaderWriter(SWAGGER_PAGES)))
                        .addHeaderWriter(
                                on(Paths.LETTER_LINKS, new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER)))
                        .addHeaderWriter(on(
                                not(Paths.LETTER_LINKS), new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN))));
    }

    private static HeaderWriter on(RequestMatcher where, HeaderWriter writer) {
        return new DelegatingRequestMatcherHeaderWriter(where, writer);
    }

    private static RequestMatcher not(RequestMatcher... matchers) {
        return new NegatedRequestMatcher(new OrRequestMatcher(matchers));
    }

    /** A password in the call needs no token against forgery, unless a browser sends it along for another site. */
    private static boolean bringsPasswordItself(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        String site = request.getHeader("Sec-Fetch-Site");
        return authorization != null
                && authorization.toLowerCase(Locale.ROOT).startsWith("basic ")
                && (site == null || Set.of("same-origin", "none").contains(site));
    }

    /** Neither a password nor a session: there is nothing that another site could misuse, and the answer is to sign in. */
    private static boolean bringsNothing(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && request.getSession(false) == null;
    }

    private static boolean isPageToSignInFor(HttpServletRequest request) {
        return Paths.asksForPage(request) && !Paths.CAMUNDA_API.matches(request);
    }

    private static boolean isPageToComeBackTo(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && isPageToSignInFor(request);
    }

    private static String[] authorities(Role... roles) {
        return Stream.of(roles).map(Role::authority).toArray(String[]::new);
    }

    /** Signs people in to Camunda's pages as they are signed in here. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> camundaSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", CamundaSignIn.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(0);
        return filter;
    }
}
