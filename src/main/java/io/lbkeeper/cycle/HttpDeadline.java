package io.lbkeeper.cycle;

import io.lbkeeper.thread.Daemons;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
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

    private final ExecutorService workers = Daemons.many("http-exchange");

    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        // A cookie that one answer sets would go out with the next request: no request knows of another. Compression is
        // not asked for; where it comes all the same, its bytes are the body, which then is not what was asked for.
        // The lookup stands for a list of all the world's domains, which would be read and kept for cookies.
        builder.disableCookieManagement().disableContentCompression().setDefaultCookieSpecRegistry(name -> null)
                .addExecInterceptorFirst("deadline", this::withinDeadline);
    }

    private ClassicHttpResponse withinDeadline(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Timeout limit = scope.clientContext.getRequestConfigOrDefault().getResponseTimeout();
        if (limit == null || limit.isDisabled()) {
            throw new IOException("this request has no responseTimeout; every call of lbkeeper's needs one");
        }
        TimeLeft time = new TimeLeft(request, limit.toDuration(), () -> Duration.ofNanos(System.nanoTime()));
        long millis = time.whole().toMillis();
        // On another thread: a name with several addresses is tried address by address, which no closing of the
        // connection cuts short.
        Future<ClassicHttpResponse> exchange = workers.submit(() -> whole(chain.proceed(request, scope), scope));
        try {
            ClassicHttpResponse answer = exchange.get(millis, TimeUnit.MILLISECONDS);
            time.passOn(answer);
            return answer;
        } catch (TimeoutException e) {
            end(scope);
            throw late(millis);
        } catch (ExecutionException e) {
            // The connection goes back, whatever it was: nobody else closes an answer that fails in here.
            end(scope);
            throw failure(e.getCause(), time.isOver(), millis);
        } catch (InterruptedException e) {
            end(scope);
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while asking").initCause(e);
        }
    }

    /**
     * Why an exchange failed. The socket has a timer of its own, which is as long as the deadline and on a busy machine
     * a moment before it: both mean the same, and say the same.
     *
     * @param over whether the deadline has passed
     */
    static IOException failure(Throwable failure, boolean over, long millis) throws HttpException {
        if (over && failure instanceof SocketTimeoutException) {
            return late(millis);
        }
        if (failure instanceof HttpException http) {
            throw http;
        }
        return failure instanceof IOException io ? io : new IOException(failure);
    }

    private static IOException late(long millis) {
        return new SocketTimeoutException("no complete answer within " + millis + " ms");
    }

    private static void end(ExecChain.Scope scope) {
        if (scope.originalRequest instanceof Cancellable running) {
            running.cancel();
        } else {
            scope.execRuntime.discardEndpoint();
        }
    }

    /** The answer with its body read to the end, or to the cap. */
    private static ClassicHttpResponse whole(ClassicHttpResponse response, ExecChain.Scope scope) throws IOException {
        response.removeHeaders(OVERLONG);
        response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return response;
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
        return response;
    }
}
