package io.lbkeeper.localroute53.call;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The calls of the API, known by their method and path: what faults and rate limits are named by, also for calls
 * that this endpoint does not answer.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_Operations_Amazon_Route_53.html
 */
public enum ApiOperation {
    CHANGE_RESOURCE_RECORD_SETS("ChangeResourceRecordSets", "POST hostedzone * rrset"),
    LIST_RESOURCE_RECORD_SETS("ListResourceRecordSets", "GET hostedzone * rrset"),
    GET_CHANGE("GetChange", "GET change *"),
    CREATE_HOSTED_ZONE("CreateHostedZone", "POST hostedzone"),
    LIST_HOSTED_ZONES("ListHostedZones", "GET hostedzone"),
    GET_HOSTED_ZONE("GetHostedZone", "GET hostedzone *"),
    UPDATE_HOSTED_ZONE_COMMENT("UpdateHostedZoneComment", "POST hostedzone *"),
    DELETE_HOSTED_ZONE("DeleteHostedZone", "DELETE hostedzone *"),
    ASSOCIATE_VPC("AssociateVPCWithHostedZone", "POST hostedzone * associatevpc"),
    DISASSOCIATE_VPC("DisassociateVPCFromHostedZone", "POST hostedzone * disassociatevpc"),
    LIST_HOSTED_ZONES_BY_NAME("ListHostedZonesByName", "GET hostedzonesbyname"),
    LIST_HOSTED_ZONES_BY_VPC("ListHostedZonesByVPC", "GET hostedzonesbyvpc"),
    GET_HOSTED_ZONE_COUNT("GetHostedZoneCount", "GET hostedzonecount"),
    TEST_DNS_ANSWER("TestDNSAnswer", "GET testdnsanswer"),
    CREATE_HEALTH_CHECK("CreateHealthCheck", "POST healthcheck"),
    LIST_HEALTH_CHECKS("ListHealthChecks", "GET healthcheck"),
    GET_HEALTH_CHECK("GetHealthCheck", "GET healthcheck *"),
    UPDATE_HEALTH_CHECK("UpdateHealthCheck", "POST healthcheck *"),
    DELETE_HEALTH_CHECK("DeleteHealthCheck", "DELETE healthcheck *"),
    GET_HEALTH_CHECK_STATUS("GetHealthCheckStatus", "GET healthcheck * status"),
    GET_HEALTH_CHECK_LAST_FAILURE("GetHealthCheckLastFailureReason", "GET healthcheck * lastfailurereason"),
    GET_HEALTH_CHECK_COUNT("GetHealthCheckCount", "GET healthcheckcount"),
    GET_CHECKER_IP_RANGES("GetCheckerIpRanges", "GET checkeripranges"),
    CHANGE_TAGS("ChangeTagsForResource", "POST tags * *"),
    LIST_TAGS("ListTagsForResource", "GET tags * *"),
    LIST_TAGS_OF_SEVERAL("ListTagsForResources", "POST tags *"),
    GET_ACCOUNT_LIMIT("GetAccountLimit", "GET accountlimit *"),
    GET_HOSTED_ZONE_LIMIT("GetHostedZoneLimit", "GET hostedzonelimit * *");

    public static final String VERSION = "2013-04-01";
    private final String apiName;
    private final String method;
    private final List<String> path;

    ApiOperation(String apiName, String shape) {
        this.apiName = apiName;
        List<String> words = List.of(shape.split(" "));
        this.method = words.get(0);
        this.path = words.subList(1, words.size());
    }

    /** As the API Reference calls it. */
    public String apiName() {
        return apiName;
    }

    public static Optional<ApiOperation> of(ApiRequest request) {
        return Arrays.stream(values()).filter(operation -> operation.is(request)).findFirst();
    }

    public static List<String> apiNames() {
        return Arrays.stream(values()).map(ApiOperation::apiName).sorted().toList();
    }

    private boolean is(ApiRequest request) {
        List<String> asked = request.path();
        if (!request.method().equals(method) || asked.size() != path.size() + 1 || !asked.get(0).equals(VERSION)) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!path.get(i).equals("*") && !path.get(i).equals(asked.get(i + 1))) {
                return false;
            }
        }
        return true;
    }
}
