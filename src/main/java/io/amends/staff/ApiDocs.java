package io.amends.staff;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.springframework.context.annotation.Configuration;

/** How the API's documentation introduces itself. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Amends",
                        version = "1",
                        description =
                                "Complaints in, cases out. Errors are problem documents (RFC 9457) that name field and reason."),
        security = @SecurityRequirement(name = "staff"))
@SecurityScheme(name = "staff", type = SecuritySchemeType.HTTP, scheme = "basic")
class ApiDocs {}
