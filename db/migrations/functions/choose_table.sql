-- Settles that the order is eaten here, at a table; null asks at which. Where the shop counts no tables, any will do. Who
-- says a table sits at its tab, if that is open, and at no other. Of a table there is not, it is settled that the order is
-- eaten here, and the question at which tells what was "said".
-- Writes: as settle_way; cold.tab_guest. Raises: OC013, OC017.
create or replace function app.choose_table(p_tenant uuid, p_turn jsonb, p_table text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_table text := (
    select d.table_no from cold.dining_table d where d.tenant_id = p_tenant and upper(d.table_no) = upper(p_table)
    order by d.table_no = p_table desc limit 1);
  v_view jsonb;
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  elsif p_table is null then
    return app.session_view(v_turn, jsonb_build_object('quote', jsonb_build_object(
      'problems', jsonb_build_array(app.table_question(p_tenant)))));
  elsif v_table is not null then
    perform app.take_seat(v_turn, v_table);
    return app.settle_way(v_turn, 'dine_in', jsonb_build_object('table_no', v_table))
      || jsonb_build_object('tab', app.tab_view(p_tenant, app.tab_of(v_turn)));
  elsif exists (select from cold.dining_table d where d.tenant_id = p_tenant) then
    v_view := app.settle_way(v_turn, 'dine_in', jsonb '{"table_no": null}');
    return jsonb_set(v_view, '{quote,problems}', (
      select jsonb_agg(case p.value ->> 'kind' when 'table_missing' then p.value || jsonb_build_object('said', left(p_table, 12))
                       else p.value end order by p.ordinality)
      from jsonb_array_elements(v_view #> '{quote,problems}') with ordinality p));
  end if;
  return app.settle_way(v_turn, 'dine_in', '{}');
end
$$;
