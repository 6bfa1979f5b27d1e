package io.lbkeeper.localroute53.call;

import java.util.Optional;

/**
 * What a call is answered with.
 *
 * @param location the path of what was created
 */
public record ApiAnswer(int status, Optional<String> location, byte[] body) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    public static ApiAnswer ok(byte[] body) {
        return new ApiAnswer(OK, Optional.empty(), body);
    }

    public static ApiAnswer created(String location, byte[] body) {
        return new ApiAnswer(CREATED, Optional.of(location), body);
    }
}
