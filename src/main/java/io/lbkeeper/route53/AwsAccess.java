package io.lbkeeper.route53;

import org.apache.camel.component.aws.common.AwsCommonConfiguration;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import software.amazon.awssdk.core.Protocol;
import software.amazon.awssdk.regions.Region;

/** The options that every component of the aws2 family has: who asks, where, and by which way. */
@UriParams
public abstract class AwsAccess implements AwsCommonConfiguration {
    @UriParam(label = "security", secret = true, description = "Amazon AWS access key")
    private String accessKey;

    @UriParam(label = "security", secret = true, description = "Amazon AWS secret key")
    private String secretKey;

    @UriParam(label = "security", secret = true,
              description = "Amazon AWS session token, for temporary credentials; needs useSessionCredentials")
    private String sessionToken;

    @UriParam(defaultValue = "aws-global",
              description = "The region. Every commercial region leads to the one endpoint of Route 53; only the "
                            + "other partitions, such as cn-north-1 in China, have their own.")
    private String region = Region.AWS_GLOBAL.id();

    @UriParam(label = "proxy", enums = "HTTP,HTTPS", defaultValue = "HTTPS",
              description = "The protocol to the proxy")
    private Protocol proxyProtocol = Protocol.HTTPS;

    @UriParam(label = "proxy", description = "The proxy's host")
    private String proxyHost;

    @UriParam(label = "proxy", description = "The proxy's port")
    private Integer proxyPort;

    @UriParam(label = "security",
              description = "Trust any certificate, for an endpoint of your own")
    private boolean trustAllCertificates;

    @UriParam(defaultValue = "false", description = "Ask another endpoint than AWS; needs uriEndpointOverride")
    private boolean overrideEndpoint;

    @UriParam(description = "The other endpoint; needs overrideEndpoint. Requests to it are signed for us-east-1.")
    private String uriEndpointOverride;

    @UriParam(label = "security",
              description = "Take the credentials from the SDK's default chain (environment, profile, instance role). "
                            + "So it is too where no other kind is chosen.")
    private boolean useDefaultCredentialsProvider;

    @UriParam(label = "security", description = "Take the credentials from a profile")
    private boolean useProfileCredentialsProvider;

    @UriParam(label = "security", description = "The name of the profile; without it, the default profile")
    private String profileCredentialsName;

    @UriParam(label = "security",
              description = "Take temporary credentials from accessKey, secretKey and sessionToken")
    private boolean useSessionCredentials;

    @Override
    public String getAccessKey() {
        return accessKey;
    }

    public void setAccessKey(String accessKey) {
        this.accessKey = accessKey;
    }

    @Override
    public String getSecretKey() {
        return secretKey;
    }

    public void setSecretKey(String secretKey) {
        this.secretKey = secretKey;
    }

    @Override
    public String getSessionToken() {
        return sessionToken;
    }

    public void setSessionToken(String sessionToken) {
        this.sessionToken = sessionToken;
    }

    @Override
    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    @Override
    public Protocol getProxyProtocol() {
        return proxyProtocol;
    }

    public void setProxyProtocol(Protocol proxyProtocol) {
        this.proxyProtocol = proxyProtocol;
    }

    @Override
    public String getProxyHost() {
        return proxyHost;
    }

    public void setProxyHost(String proxyHost) {
        this.proxyHost = proxyHost;
    }

    @Override
    public Integer getProxyPort() {
        return proxyPort;
    }

    public void setProxyPort(Integer proxyPort) {
        this.proxyPort = proxyPort;
    }

    @Override
    public boolean isTrustAllCertificates() {
        return trustAllCertificates;
    }

    public void setTrustAllCertificates(boolean trustAllCertificates) {
        this.trustAllCertificates = trustAllCertificates;
    }

    @Override
    public boolean isOverrideEndpoint() {
        return overrideEndpoint;
    }

    public void setOverrideEndpoint(boolean overrideEndpoint) {
        this.overrideEndpoint = overrideEndpoint;
    }

    @Override
    public String getUriEndpointOverride() {
        return uriEndpointOverride;
    }

    public void setUriEndpointOverride(String uriEndpointOverride) {
        this.uriEndpointOverride = uriEndpointOverride;
    }

    @Override
    public boolean isUseDefaultCredentialsProvider() {
        return useDefaultCredentialsProvider;
    }

    public void setUseDefaultCredentialsProvider(boolean useDefaultCredentialsProvider) {
        this.useDefaultCredentialsProvider = useDefaultCredentialsProvider;
    }

    @Override
    public boolean isUseProfileCredentialsProvider() {
        return useProfileCredentialsProvider;
    }

    public void setUseProfileCredentialsProvider(boolean useProfileCredentialsProvider) {
        this.useProfileCredentialsProvider = useProfileCredentialsProvider;
    }

    @Override
    public String getProfileCredentialsName() {
        return profileCredentialsName;
    }

    public void setProfileCredentialsName(String profileCredentialsName) {
        this.profileCredentialsName = profileCredentialsName;
    }

    @Override
    public boolean isUseSessionCredentials() {
        return useSessionCredentials;
    }

    public void setUseSessionCredentials(boolean useSessionCredentials) {
        this.useSessionCredentials = useSessionCredentials;
    }
}
