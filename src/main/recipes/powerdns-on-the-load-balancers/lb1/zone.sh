# PowerDNS 4.7 on lb1, which is the secondary at first: once, before it is started for the first time
set -eu
sqlite3 /var/lib/powerdns/pdns.sqlite3 </usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql
pdnsutil create-secondary-zone example.com 203.0.113.20
pdnsutil import-tsig-key lbkeeper hmac-sha256 "$(cat /etc/lbkeeper/tsig-key)"
pdnsutil set-meta example.com TSIG-ALLOW-DNSUPDATE lbkeeper
pdnsutil set-meta example.com SOA-EDIT-DNSUPDATE INCREASE
pdnsutil set-meta example.com NOTIFY-DNSUPDATE 1
chown -R pdns: /var/lib/powerdns
