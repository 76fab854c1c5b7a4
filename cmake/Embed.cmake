# packed_table(NAME FILE): sets `table` to a C++ table of the bytes of FILE, gzipped, and `view` to the
# std::string_view of it. What ends in .gz already is taken as it is; no FILE is a table of none. The same file
# always makes the same bytes. Numbers, since MSVC takes no literal of that length.
function(packed_table name file)
  set(hex "")
  if(file MATCHES "\\.gz$")
    file(READ ${file} hex HEX)
  elseif(NOT file STREQUAL "")
    set(packed ${OUTPUT}.${name}.gz)
    file(ARCHIVE_CREATE OUTPUT ${packed} PATHS ${file} FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
    file(READ ${packed} hex HEX)
    file(REMOVE ${packed})
    string(SUBSTRING "${hex}" 16 -1 rest)
    set(hex "1f8b080000000000${rest}")  # without the time when it was packed
  endif()
  string(LENGTH "${hex}" digits)
  math(EXPR length "${digits} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," hex "${hex}")
  set(table "constexpr unsigned char ${name}[] = {\n${hex}0x00};\n\n" PARENT_SCOPE)
  set(view "{reinterpret_cast<const char*>(${name}), ${length}}" PARENT_SCOPE)
endfunction()
