package io.lbkeeper.cycle;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes camel-http's {@code responseTimeout} a deadline for the whole exchange, and caps the body. On its own that
 * timeout counts from read to read, so a server that drips a byte a second holds a caller for ever, and one
 * that sends without end fills its memory.
 */
public final class HttpDeadline implements HttpClientConfigurer {
    /** Set on an answer whose body was longer than the cap and is left out. */
    public static final String OVERLONG = "X-Lbkeeper-Overlong";
    /** A stats page of HAProxy's takes about 500 bytes a server: this is room for 2,000. */
    static final int CAP_BYTES = 1 << 20;

    private final ScheduledExecutorService timer;

    public HttpDeadline() {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-deadline");
            thread.setDaemon(true);
            return thread;
        });
        one.setRemoveOnCancelPolicy(true);
        timer = one;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        // A cookie that one answer sets would go out with the next request: no request knows of another.
        builder.disableCookieManagement().addExecInterceptorFirst("deadline", this::withinDeadline);
    }

    private ClassicHttpResponse withinDeadline(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Timeout limit = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        if (limit == null || limit.isDisabled()) {
            throw new IOException("this request has no responseTimeout; every call of lbkeeper's needs one");
        }
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> guard = timer.schedule(() -> {
            late.set(true);
            end(scope);
        }, limit.toMilliseconds(), TimeUnit.MILLISECONDS);
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            takeBody(response, scope);
            return response;
        } catch (IOException | RuntimeException e) {
            if (late.get()) {
                throw (IOException) new SocketTimeoutException("no complete answer within "
                        + limit.toMilliseconds() + " ms").initCause(e);
            }
            throw e;
        } finally {
            guard.cancel(false);
        }
    }

    private static void end(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable running) {
            running.cancel();
        } else {
            scope.execRuntime.discardEndpoint();
        }
    }

    private static void takeBody(ClassicHttpResponse response, ExecChain.Scope scope) throws IOException {
        response.removeHeaders(OVERLONG);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return;
        }
        InputStream in = entity.getContent();
        byte[] body = in.readNBytes(CAP_BYTES + 1);
        if (body.length > CAP_BYTES) {
            // Closing the stream would first read it to its end.
            end(scope);
            body = new byte[0];
            response.setHeader(OVERLONG, CAP_BYTES);
        } else {
            in.close();
        }
        response.setEntity(new ByteArrayEntity(body, ContentType.parseLenient(entity.getContentType())));
    }
}
