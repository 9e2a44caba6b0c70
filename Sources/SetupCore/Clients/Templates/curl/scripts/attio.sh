#!/bin/sh
# Attio's REST API with curl. Call it with a method and a path, such as: attio.sh GET /self
# A body is read from standard input: attio.sh POST /objects/people/records/query <query.json
# A file is put on a record with: attio.sh upload people RECORD_ID a.pdf
# A download prints the file's address; get it from there without the token.
# Without arguments it makes a first call and prints the slugs of your objects.
set -eu

longest_wait=30 # seconds that a Retry-After may ask for
base=${ATTIO_BASE_URL:-https://api.attio.com/v2}
base=${base%/}
# Plain http goes to this machine only.
rest=${base#http://}
case $base in
  https://*) ;;
  *[!][A-Za-z0-9._~:/%-]*) rest='' ;;
  http://*) ;;
  *) rest='' ;;
esac
case $base-${rest%%/*} in
  https://*) ;;
  *-127.*[!0-9.:]*) rest='' ;;
  *-localhost | *-localhost:* | *-127.* | *-\[::1] | *-\[::1]:*) ;;
  *) rest='' ;;
esac
if [ -z "$rest" ]; then
  echo "ATTIO_BASE_URL is neither https nor on this machine." >&2
  exit 1
fi
if [ -z "${ATTIO_API_KEY:-}" ]; then
  echo "ATTIO_API_KEY is not set." >&2
  exit 1
fi
case $ATTIO_API_KEY in
  *[!A-Za-z0-9._~+/=-]*) # RFC 6750, section 2.1; more could be settings of curl
    echo "ATTIO_API_KEY holds no bearer token." >&2
    exit 1
    ;;
esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM

# Prints the status; the answer is in the files body and headers. The token is no argument, so ps
# does not show it, and redirects are not followed, so it goes to Attio and nowhere else.
send() { # send METHOD PATH
  rm -f "$folder/body"
  set -- --request "$1" --url "$base$2"
  if [ -e "$folder/input" ]; then set -- "$@" --data-binary "@$folder/input"; fi
  if [ -n "${file:-}" ]; then
    cp "$file" "$folder/file"
    set -- "$@" --form "object=$object" --form "record_id=$record" \
      --form "file=@$folder/file;filename=\"$(basename "$file" | tr '"\134' __)\""
  else
    set -- "$@" --header "Content-Type: application/json"
  fi
  printf 'header = "Authorization: Bearer %s"\n' "$ATTIO_API_KEY" |
    curl --config - --silent --show-error --max-time 30 \
      --dump-header "$folder/headers" --output "$folder/body" --write-out '%{http_code}' "$@"
}

# Retry-After holds seconds or an HTTP date (RFC 9110, section 10.2.3).
wait_for() {
  header=$(sed -n 's/^[Rr]etry-[Aa]fter: *//p' "$folder/headers" | tr -d '\r')
  case $header in
    '' | *[!0-9]*)
      date=$(date -u -d "$header" +%s 2>/dev/null ||
        date -j -u -f '%a, %d %b %Y %H:%M:%S GMT' "$header" +%s 2>/dev/null || echo 0)
      wait=$((date - $(date +%s)))
      if [ -z "$header" ] || [ "$date" = 0 ]; then wait=1; fi
      if [ "$wait" -lt 0 ]; then wait=0; fi
      echo "$wait"
      ;;
    *) echo "$header" ;;
  esac
}

field() { # field NAME
  sed -n 's/.*"'"$1"'" *: *"\(\([^"\\]\|\\.\)*\)".*/\1/p' "$folder/body" | head -n 1
}

# Sends a request once more where the answer got lost and twice is as good as once.
send_repeatedly() { # send_repeatedly METHOD PATH
  case $1 in
    GET | PUT | DELETE)
      if first=$(send "$1" "$2" 2>/dev/null); then
        echo "$first"
        return
      fi
      sleep 1
      ;;
  esac
  send "$1" "$2"
}

attio() { # attio METHOD PATH
  status=$(send_repeatedly "$1" "$2")
  case $status in
    429) wait=$(wait_for) ;;
    409) if [ "$(field code)" = concurrent_write_conflict ]; then wait=1; else wait=; fi ;;
    *) wait= ;;
  esac
  if [ -n "$wait" ] && [ "$wait" -le "$longest_wait" ]; then
    sleep "$wait"
    status=$(send "$1" "$2")
  fi
  case $status in
    2*)
      [ -s "$folder/body" ] || return 0
      if ! tr '\r\n' '  ' <"$folder/body" | LC_ALL=C grep -q '^ *{.*} *$'; then
        echo "$status unknown unknown: The answer is not Attio's JSON." >&2
        return 1
      fi
      cat "$folder/body"
      ;;
    302)
      case $2 in
        */download)
          sed -n 's/^[Ll]ocation: *//p' "$folder/headers" | tr -d '\r'
          return 0
          ;;
      esac
      echo "302 unknown unknown: The answer is not Attio's JSON." >&2
      return 1
      ;;
    *)
      type=$(field type)
      code=$(field code)
      message=$(field message)
      message=${message:-"The answer is not Attio's JSON."}
      printf '%s\n' "$status ${type:-unknown} ${code:-unknown}: $message" >&2
      return 1
      ;;
  esac
}

if [ $# -eq 0 ]; then
  objects=$(attio GET /objects)
  printf '%s\n' "$objects" | grep -o '"api_slug" *: *"[^"]*"' | cut -d '"' -f 4
elif [ $# -eq 2 ]; then
  case $1 in GET | DELETE) ;; *) cat >"$folder/input" ;; esac
  attio "$1" "$2"
elif [ $# -eq 4 ] && [ "$1" = upload ]; then
  object=$2 record=$3 file=$4
  attio POST /files/upload
else
  sed -n '2,6s/^# //p' "$0" >&2
  exit 64
fi
