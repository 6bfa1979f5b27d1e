package scenarios;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What the API does instead of answering as it should. */
enum Fault {
    THROTTLED {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 400, error("Throttling", "Rate exceeded"));
        }
    },
    FORBIDDEN {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 403, error("AccessDenied", "User is not authorized to perform this action"));
        }
    },
    BROKEN {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 500, error("InternalFailure", "The request processing has failed"));
        }
    },
    SILENT {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            keepQuiet(healed);
        }
    },
    TRUNCATED {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            exchange.sendResponseHeaders(200, truth.length);
            exchange.getResponseBody().write(truth, 0, truth.length / 2);
            exchange.getResponseBody().flush();
        }
    },
    HTML {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 200, "<html><body>Please log in to the network.</body></html>");
        }
    },
    EMPTY {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 200, exchange.getRequestMethod().equals("GET")
                    ? "<ListResourceRecordSetsResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\">"
                            + "<ResourceRecordSets/><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems>"
                            + "</ListResourceRecordSetsResponse>"
                    : "");
        }
    },
    APPLIED_THEN_BROKEN {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            send(exchange, 500, error("InternalFailure", "The request processing has failed"));
        }
    },
    APPLIED_THEN_SILENT {
        @Override
        void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException {
            keepQuiet(healed);
        }
    };

    /** Whether the API does what it was asked before it fails to say so. */
    boolean applies() {
        return this == APPLIED_THEN_BROKEN || this == APPLIED_THEN_SILENT;
    }

    /**
     * @param truth  the answer it should have given
     * @param healed opens when the fault ends
     */
    abstract void answer(HttpExchange exchange, byte[] truth, CountDownLatch healed) throws IOException;

    private static void keepQuiet(CountDownLatch healed) throws IOException {
        try {
            healed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the silence ends in a closed connection");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String error(String code, String message) {
        return "<?xml version=\"1.0\"?><ErrorResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><Error>"
                + "<Type>Sender</Type><Code>" + code + "</Code><Message>" + message + "</Message></Error>"
                + "<RequestId>r-1</RequestId></ErrorResponse>";
    }
}
