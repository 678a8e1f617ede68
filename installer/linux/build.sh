#!/bin/sh
# Builds suturescope_VERSION_ARCH.deb with its own Java runtime: double-click, and it runs.
# Needs a JDK 25 (jlink, jpackage), dpkg-deb and fakeroot; run `mvn package -DskipTests` first.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
top=$(cd "$here/../.." && pwd -P)
lib=$top/app/target/suturescope/lib
out=$top/installer/target
work=$out/work

[ -d "$lib" ] || { echo "There is no $lib: run 'mvn package -DskipTests' first." >&2; exit 2; }
for folder in "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  [ -x "$folder/bin/jpackage" ] && "$folder/bin/java" -version 2>&1 | grep -q 'version "25' && jdk=$folder && break
done
[ -n "${jdk:-}" ] || { echo "No JDK 25 with jpackage was found; set JAVA_HOME." >&2; exit 2; }

rm -rf "$work"
mkdir -p "$work/input" "$work/javafx" "$out"
version=$(ls "$lib" | sed -n 's/^app-\(.*\)\.jar$/\1/p')

# JavaFX comes as real modules and goes into the runtime; everything else stays on the class path.
cp "$lib"/javafx-*-linux*.jar "$work/javafx"
for jar in "$lib"/*.jar; do
  case $(basename "$jar") in javafx-*) ;; *) cp "$jar" "$work/input" ;; esac
done

"$jdk/bin/jlink" --module-path "$work/javafx" \
  --add-modules java.base,java.desktop,java.logging,java.naming,java.sql,java.xml,jdk.crypto.ec,jdk.security.auth,jdk.unsupported,jdk.zipfs,javafx.base,javafx.graphics,javafx.controls \
  --strip-debug --no-header-files --no-man-pages --output "$work/runtime"

DPKG_DEB_COMPRESSOR_TYPE=zstd "$jdk/bin/jpackage" --type deb --name suturescope --app-version "$version" \
  --description "The morning-after console for self-healing code" --vendor "The Suturescope authors" \
  --license-file "$top/LICENSE" --icon "$top/styles/src/main/resources/io/suturescope/styles/icons/suturescope.png" \
  --input "$work/input" --main-jar "app-$version.jar" --main-class io.suturescope.app.Main \
  --runtime-image "$work/runtime" \
  --java-options "-Xmx512m -XX:+UseSerialGC" \
  --java-options "--enable-native-access=ALL-UNNAMED,javafx.graphics" \
  --java-options "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED" \
  --linux-shortcut --linux-menu-group Development --linux-package-deps libgtk-3-0 \
  --file-associations "$here/workspace.properties" \
  --dest "$out"
ls -l "$out"/*.deb
