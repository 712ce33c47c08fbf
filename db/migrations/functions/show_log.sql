-- The last things staff did, a row a command, newest first; p_about: of a person ("@name", a user id, a name), or about an
-- order ("#12"), a table ("table 4") or a thing, in part of its name. Of what is older than the last 2,000 changes nothing is
-- found. Raises: OC030, OC031, OC070, OC071; OC073.
create or replace function app.show_log(p_tenant uuid, p_turn jsonb, p_about text, p_most integer) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_member cold.staff_member := app.require_staff(v_turn, 'show_log');
  v_who text := case when p_about ~ '^(@.+|[0-9]{5,})$'
                  then app.staff_person(p_tenant, v_member.channel, p_about) ->> 'sender' end;
  -- A whole number is meant, "table 4" is not 40.
  v_about text := '\m' || regexp_replace(ltrim(lower(p_about), '# '), '[^[:alnum:][:space:]]', '.', 'g')
    || case when p_about ~ '[0-9]$' then '\M' else '' end;
begin
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('log', (
    select coalesce(jsonb_agg(c.entry order by c.last_no desc), '[]')
    from (
      select max(x.event_no) as last_no, (array_agg(x.view order by x.event_no))[1] || jsonb_build_object(
        'items', array(select distinct unnest(array_agg(x.view ->> 'item') filter (where x.view ? 'item'))),
        'orders', array(
          select distinct unnest(array_agg((x.view ->> 'order_no')::bigint) filter (where x.view ? 'order_no')) order by 1),
        'tables', array(select distinct unnest(array_agg(x.view ->> 'table') filter (where x.view ? 'table')))) as entry
      from (
        select e.event_no, e.command_id, e.member_id, app.staff_event_view(e) as view
        from cold.staff_event e
        left join cold.staff_member m on m.tenant_id = e.tenant_id and m.member_id = e.member_id
        where e.tenant_id = p_tenant and (v_who is null or m.sender = v_who and m.channel = v_member.channel)
        order by e.event_no desc limit case when p_about is null then p_most * 10 else 2000 end) x
      group by x.command_id, x.member_id
      having v_who is not null or p_about is null or lower(concat_ws(
        ' ', string_agg(concat_ws(
          ' ', x.view ->> 'item', 'order ' || (x.view ->> 'order_no'), 'table ' || (x.view ->> 'table'),
          'table ' || (x.view #>> '{before,table}'),
          x.view ->> 'who', x.view ->> 'action'), ' '))) ~ v_about
      order by 1 desc limit p_most) c))));
end
$$;
