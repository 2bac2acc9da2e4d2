package io.loanwright.web.network;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the program is reached; {@code loanwright.*}.
 *
 * @param trustedProxies addresses and ranges (CIDR) of the proxies that are believed when they say
 *     whom they speak for; none by default
 */
@ConfigurationProperties("loanwright")
record NetworkSettings(@DefaultValue List<String> trustedProxies) {}
