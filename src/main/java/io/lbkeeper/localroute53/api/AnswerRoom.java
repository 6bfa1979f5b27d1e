package io.lbkeeper.localroute53.api;

import io.lbkeeper.localroute53.call.ApiAnswer;
import io.lbkeeper.localroute53.zone.Refusal;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Room for large answers that are not sent yet: clients that do not read theirs fill it, and not this process's
 * memory. Such answers are made one after the other, since one in the making is several times its size.
 */
final class AnswerRoom {
    private static final int SMALL_BYTES = 1 << 16;
    private static final int ROOM_BYTES = 1 << 23;
    private final Semaphore free = new Semaphore(ROOM_BYTES);

    /** Makes an answer, which keeps its room until the exchange ends; refuses where there is none. */
    synchronized ApiAnswer make(ApiExchange exchange, Supplier<ApiAnswer> maker) {
        ApiAnswer answer = maker.get();
        int bytes = answer.body().length <= SMALL_BYTES ? 0 : Math.min(answer.body().length, ROOM_BYTES);
        if (!free.tryAcquire(bytes)) {
            return ApiService.refusal(new Refusal("ServiceUnavailable",
                    "Too many large answers are waiting to be read by their clients"), exchange.requestId());
        }
        exchange.atEnd(() -> free.release(bytes));
        return answer;
    }
}
