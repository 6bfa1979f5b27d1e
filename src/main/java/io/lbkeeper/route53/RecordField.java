package io.lbkeeper.route53;

/** What a record set is made of: each part has its header, and its key in an entry of a batch. */
enum RecordField {
    NAME("name", Route53Constants.RECORD_NAME),
    TYPE("type", Route53Constants.RECORD_TYPE),
    SET_IDENTIFIER("setIdentifier", Route53Constants.SET_IDENTIFIER),
    TTL("ttl", Route53Constants.RECORD_TTL),
    VALUES("values", Route53Constants.RECORD_VALUES),
    ALIAS_HOSTED_ZONE_ID("aliasHostedZoneId", Route53Constants.ALIAS_HOSTED_ZONE_ID),
    ALIAS_DNS_NAME("aliasDnsName", Route53Constants.ALIAS_DNS_NAME),
    ALIAS_EVALUATE_TARGET_HEALTH("aliasEvaluateTargetHealth", Route53Constants.ALIAS_EVALUATE_TARGET_HEALTH),
    WEIGHT("weight", Route53Constants.RECORD_WEIGHT),
    FAILOVER("failover", Route53Constants.RECORD_FAILOVER),
    REGION("region", Route53Constants.RECORD_REGION),
    MULTI_VALUE_ANSWER("multiValueAnswer", Route53Constants.RECORD_MULTI_VALUE_ANSWER),
    CONTINENT_CODE("continentCode", Route53Constants.RECORD_CONTINENT_CODE),
    COUNTRY_CODE("countryCode", Route53Constants.RECORD_COUNTRY_CODE),
    SUBDIVISION_CODE("subdivisionCode", Route53Constants.RECORD_SUBDIVISION_CODE),
    HEALTH_CHECK_ID("healthCheckId", Route53Constants.RECORD_HEALTH_CHECK_ID);

    private final String key;
    private final String header;

    RecordField(String key, String header) {
        this.key = key;
        this.header = header;
    }

    String key() {
        return key;
    }

    String header() {
        return header;
    }

    /** Whether it only says which record set is meant, and not how it is. */
    boolean identifies() {
        return this == NAME || this == TYPE || this == SET_IDENTIFIER;
    }
}
