# Completion of the command `entente` for bash.

_entente_commands="build info show neighbors path central components communities critical cut similar clustering worlds
  compare assume why timeline order render explain formats"
_entente_lens="--type --predicate --modality --polarity --source --authors-voice --since --until --document
  --min-confidence --according-to --as-told-by --in-person --around --depth --top --by"
_entente_measures="degree betweenness closeness pagerank harmonic in-degree out-degree eigenvector katz hubs authorities
  core-number"

# The options of a command.
_entente_options() {
  local common="-h --help" inputs="-f --from --assume" report="--format -o --output"
  case $1 in
    build) echo "$common $inputs $_entente_lens -o --output -t --to" ;;
    render) echo "$common $inputs $_entente_lens -o --output -t --to --title --no-legend --engine --time-limit" ;;
    path) echo "$common $inputs $_entente_lens $report --top-by -k --max-length --directed --via --in-time --widest --all --limit --time-limit" ;;
    central)
      echo "$common $inputs $_entente_lens $report --relations --directed --count-parallel --unnormalized --restart-at
        --samples --error --confidence --threads --time-limit" ;;
    components) echo "$common $inputs $_entente_lens $report --strong" ;;
    communities) echo "$common $inputs $_entente_lens $report --count-parallel --resolution --time-limit" ;;
    critical) echo "$common $inputs ${_entente_lens% --by} $report --single" ;;
    cut) echo "$common $inputs $_entente_lens $report --entities --directed --count-parallel --time-limit" ;;
    clustering) echo "$common $inputs ${_entente_lens% --by} $report --time-limit" ;;
    why) echo "$common $inputs ${_entente_lens/--top/} $report --directed --work --rank --sentences --threads --time-limit" ;;
    timeline) echo "$common $inputs $_entente_lens $report --dated" ;;
    explain) echo "$common $report --sentence --at --match" ;;
    formats) echo "$common $report" ;;
    similar | compare) echo "$common $inputs $_entente_lens $report --time-limit" ;;
    info | show | neighbors | worlds | assume | order)
      echo "$common $inputs $_entente_lens $report" ;;
  esac
}

# The values of an option of a command; status 1 if they are not words from a list.
_entente_values() {
  case $2 in
    --type) echo "Person State Organization Bloc ArmedGroup Territory Agreement Proposal Provision Event" ;;
    --predicate)
      echo "memberOf holdsOffice partOf borders locatedIn participatesIn partyTo proposes obligates concerns ratifies
        implements violates withdrawsFrom monitors controls claims annexes recognizes invades deploysForcesIn
        grantsAutonomyTo precedes causes agreesWith consults negotiatesWith cooperatesWith supports aids yieldsTo
        requests accuses rejects threatens protestsAgainst sanctions mobilizesAgainst coerces assaults" ;;
    --modality) echo "actual planned proposed demanded hypothetical" ;;
    --polarity) echo "positive negative" ;;
    --by)
      if [[ $1 == similar ]]; then
        echo "jaccard cosine adamic-adar"
      elif [[ $1 == path ]]; then
        echo "hops confidence documents recency"
      else
        echo "$_entente_measures"
      fi ;;
    --top-by) echo "$_entente_measures" ;;
    --format) echo "table json csv" ;;
    --engine) echo "dot neato sfdp fdp circo twopi" ;;
    -f | --from) entente formats --format csv 2>/dev/null | tr -d '\r' | awk -F, '$2 == "yes" { print $1 }' ;;
    -t | --to) entente formats --format csv 2>/dev/null | tr -d '\r' | awk -F, -v by="$1" '$3 == by { print $1 }' ;;
    *) return 1 ;;
  esac
}

_entente() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} values head=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "$_entente_commands help --help --version" -- "$word")
  elif [[ $command == help ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$_entente_commands" -- "$word")
  elif [[ $before == -* ]] && values=$(_entente_values "$command" "$before"); then
    [[ $word == *,* ]] && head=${word%,*},
    mapfile -t COMPREPLY < <(compgen -P "$head" -W "$values" -- "${word##*,}")
  elif [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_entente_options "$command")" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}

complete -o filenames -F _entente entente
