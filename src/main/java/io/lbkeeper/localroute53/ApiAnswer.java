package io.lbkeeper.localroute53;

import java.util.Optional;

/**
 * What a call is answered with.
 *
 * @param location the path of what was created
 */
record ApiAnswer(int status, Optional<String> location, byte[] body) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    static ApiAnswer ok(byte[] body) {
        return new ApiAnswer(OK, Optional.empty(), body);
    }

    static ApiAnswer created(String location, byte[] body) {
        return new ApiAnswer(CREATED, Optional.of(location), body);
    }
}
