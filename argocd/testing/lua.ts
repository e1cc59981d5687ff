// Runs a script of a resource customization as Argo CD does: `obj` is the object, what the script returns is the answer.
import { lauxlib, lua, lualib, to_luastring as bytes } from 'fengari';

/** Argo CD lets scripts require `os`, cut down to the time, and nothing else; here the time stands still. */
const surroundings = `
local clock = { date = function(format) assert(format == "!%Y-%m-%dT%H:%M:%SZ", format) return "2026-01-01T00:00:00Z" end }
function require(name) assert(name == "os", name) return clock end
os, io, load, loadstring, dofile, loadfile, package, debug, utf8 = nil, nil, nil, nil, nil, nil, nil, nil
local function quoted(text) return '"' .. text:gsub('[%c"\\\\]', function(c) return ("\\\\u%04x"):format(c:byte()) end) .. '"' end
function tojson(value)
  if type(value) ~= "table" then return type(value) == "string" and quoted(value) or tostring(value) end
  local parts = {}
  if #value > 0 then
    for _, one in ipairs(value) do parts[#parts + 1] = tojson(one) end
    return "[" .. table.concat(parts, ",") .. "]"
  end
  for key, one in pairs(value) do parts[#parts + 1] = quoted(key) .. ":" .. tojson(one) end
  return "{" .. table.concat(parts, ",") .. "}"
end
`;

/** What the script returns. An empty list comes back as an empty object: Lua does not tell them apart. Throws what Lua says. */
export function runLua(script: string, obj: unknown): unknown {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  const source = `${surroundings}\nobj = ${literal(obj)}\nreturn tojson((function()\n${script}\nend)())`;
  const failed = lauxlib.luaL_loadstring(state, bytes(source)) !== lua.LUA_OK || lua.lua_pcall(state, 0, 1, 0) !== lua.LUA_OK;
  const text = lua.lua_tojsstring(state, -1) ?? '';
  if (failed) throw new Error(text);
  return JSON.parse(text) as unknown;
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'nil';
  if (Array.isArray(value)) return `{${value.map(literal).join(',')}}`;
  if (typeof value === 'object') return `{${Object.entries(value).map(([key, one]) => `[${JSON.stringify(key)}]=${literal(one)}`).join(',')}}`;
  return JSON.stringify(value);
}
