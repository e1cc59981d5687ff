# An empty repository for each name that is given; whoever reaches the server may push.
set -eu
for name in "$@"; do
  git init --quiet --bare --initial-branch=main "/srv/git/$name.git"
  git -C "/srv/git/$name.git" config http.receivepack true
done
exec lighttpd -D -f /etc/git-server/lighttpd.conf
