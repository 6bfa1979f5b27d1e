-- PowerDNS 4.7: /etc/powerdns/lbkeeper.lua
local addresses = { [pdns.A] = true, [pdns.AAAA] = true }
local grants = {
  ['lb.example.com.'] = addresses,
  ['_owner.lb.example.com.'] = { [pdns.TXT] = true },
  ['lb1.example.com.'] = addresses,
  ['lb2.example.com.'] = addresses,
}

-- An error ends the whole update, with SERVFAIL. "return false" would leave out this one record, apply the others, and
-- answer that all went well.
function updatepolicy(input)
  local name, key = string.lower(input:getQName():toString()), input:getTsigName():toString()
  local types = grants[name]
  if key ~= 'lbkeeper.' or types == nil or not types[input:getQType()] then
    error('the key "' .. key .. '" may not change this type of record at ' .. name)
  end
  return true
end
