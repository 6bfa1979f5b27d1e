# PowerDNS 4.7: once, before it is started for the first time
set -eu
sqlite3 /var/lib/powerdns/pdns.sqlite3 </usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql
pdnsutil load-zone example.com example.com.zone
pdnsutil set-kind example.com primary
pdnsutil import-tsig-key lbkeeper hmac-sha256 'what pdnsutil generate-tsig-key lbkeeper hmac-sha256 prints'
pdnsutil set-meta example.com TSIG-ALLOW-DNSUPDATE lbkeeper
pdnsutil set-meta example.com SOA-EDIT-DNSUPDATE INCREASE
pdnsutil set-meta example.com NOTIFY-DNSUPDATE 1
