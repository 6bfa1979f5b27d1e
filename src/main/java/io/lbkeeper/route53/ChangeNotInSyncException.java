package io.lbkeeper.route53;

import java.time.Duration;

import org.apache.camel.RuntimeCamelException;

/** waitForChange has come to its deadline, and the change was not on all name servers, or nobody could be asked. */
public class ChangeNotInSyncException extends RuntimeCamelException {
    private static final long serialVersionUID = 1L;

    private final String changeId;
    private final String status;

    /**
     * @param status what Route 53 said last, or null where it could never be asked
     * @param cause  why Route 53 could not be asked the last time, or null where it could
     */
    public ChangeNotInSyncException(String changeId, String status, Duration waited, Throwable cause) {
        super("aws2-route53 waitForChange: after " + waited.toMillis() + " ms the change " + changeId + " is "
                + (status == null ? "unknown, as Route 53 could not be asked" : status)
                + (cause == null || status == null ? "" : ", and Route 53 could not be asked since")
                + (cause == null ? "" : " (" + cause.getMessage() + ")")
                + ". The change itself goes on: wait longer (waitTimeout) or ask again later.", cause);
        this.changeId = changeId;
        this.status = status;
    }

    public String getChangeId() {
        return changeId;
    }

    /** What Route 53 said last, such as PENDING; null where it could never be asked. */
    public String getStatus() {
        return status;
    }
}
