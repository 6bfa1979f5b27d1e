package io.lbkeeper.routes;

import io.lbkeeper.routes.ScriptedServer.Reply;

/** What Route 53's API answers. */
final class Route53Replies {
    private static final String NAMESPACE = " xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"";
    private static final String XML = "Content-Type: text/xml";

    private Route53Replies() {
    }

    static Reply list(String... sets) {
        return Replies.whole(200, "<ListResourceRecordSetsResponse" + NAMESPACE + "><ResourceRecordSets>"
                + String.join("", sets)
                + "</ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>", XML);
    }

    /** The inside may hold values, an alias, a set's identifier and weight. */
    static String set(String name, String type, String inside) {
        return "<ResourceRecordSet><Name>" + name + "</Name><Type>" + type + "</Type>" + inside
                + "</ResourceRecordSet>";
    }

    static String values(int ttlSeconds, String... values) {
        StringBuilder inside = new StringBuilder("<TTL>" + ttlSeconds + "</TTL><ResourceRecords>");
        for (String value : values) {
            inside.append("<ResourceRecord><Value>").append(value).append("</Value></ResourceRecord>");
        }
        return inside.append("</ResourceRecords>").toString();
    }

    static String changed() {
        return "<ChangeResourceRecordSetsResponse" + NAMESPACE + "><ChangeInfo><Id>/change/C7</Id>"
                + "<Status>PENDING</Status><SubmittedAt>2026-11-23T00:00:00Z</SubmittedAt></ChangeInfo>"
                + "</ChangeResourceRecordSetsResponse>";
    }

    static Reply applied() {
        return Replies.whole(200, changed(), XML);
    }

    static Reply error(int status, String code, String message) {
        return Replies.whole(status, "<ErrorResponse" + NAMESPACE + "><Error><Type>Sender</Type><Code>" + code
                + "</Code><Message>" + message + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>", XML);
    }
}
