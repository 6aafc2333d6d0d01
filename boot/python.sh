# Finds a Python that is new enough and hands over to this folder's __main__.py.
here=$(cd -- "$(dirname -- "$0")" && pwd)
for python in python3 /usr/bin/python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$python" "$here/__main__.py" "$@"
    fi
done
echo "Alongside needs Python 3.11 or newer: install it (on Debian or Ubuntu: apt-get install python3) and start again." >&2
exit 1
