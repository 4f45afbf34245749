# entente_embed_tables(TARGET FILE...): builds the bytes of the files into the target. Defines
# `std::string_view entente::prose::embedded_table(std::string_view name)`, which gives them by file name without ending.
function(entente_embed_tables target)
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/embedded_tables.S")
  set(source "${CMAKE_CURRENT_BINARY_DIR}/embedded_tables.cpp")
  set(bytes "    .section .rodata\n")
  set(declarations "")
  set(rows "")
  foreach(file IN LISTS ARGN)
    get_filename_component(name "${file}" NAME_WE)
    string(APPEND bytes "    .global entente_table_${name}\n    .global entente_table_${name}_end\n"
                        "entente_table_${name}:\n    .incbin \"${file}\"\nentente_table_${name}_end:\n    .byte 0\n")
    string(APPEND declarations "extern const char entente_table_${name}[];\nextern const char entente_table_${name}_end[];\n")
    string(APPEND rows "    {\"${name}\", entente_table_${name}, entente_table_${name}_end},\n")
  endforeach()
  string(APPEND bytes "    .section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT "${assembly}" CONTENT "${bytes}" @ONLY)
  file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"prose/reading/tables.hpp\"

extern \"C\" {
${declarations}}

namespace entente::prose {
namespace {

struct Embedded {
  std::string_view name;
  const char* begin;
  const char* end;
};

constexpr Embedded tables[] = {
${rows}};

}  // namespace

std::string_view embedded_table(std::string_view name) {
  for (const Embedded& table : tables) {
    if (table.name == name) return {table.begin, static_cast<std::size_t>(table.end - table.begin)};
  }
  return {};
}

}  // namespace entente::prose
" @ONLY)
  set_source_files_properties("${assembly}" PROPERTIES OBJECT_DEPENDS "${ARGN}")
  target_sources(${target} PRIVATE "${assembly}" "${source}")
endfunction()
